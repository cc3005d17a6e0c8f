"""Signing in to Microsoft: who the user is, the tokens that prove it, and where they are kept.

Only `microsoft.py` knows msal and only `vault.py` knows keyring; everything above asks `service.SignInService`.
"""
