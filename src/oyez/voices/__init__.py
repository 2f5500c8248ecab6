"""Sentence -> Clip: engines that speak, each behind one contract, native code in processes of its own."""
