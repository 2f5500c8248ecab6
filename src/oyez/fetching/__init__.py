"""The network: pages come in through here, and only from public addresses.

url -> guard.check_url -> Target -> guard.resolve -> checked addresses -> client.fetch -> Page
"""
