"""Narrations in the making, heard while they are made.

order -> Studio.open -> LiveNarration -> urgency says what is next -> Narrator -> Take -> whoever watches
                                    \\-> when all are made -> api.render -> one finished file, kept

studio     makes and holds narrations           urgency    the decision, pure
narration  one narration: takes, listeners      orders     what was asked for, and what the store keeps of it
"""
