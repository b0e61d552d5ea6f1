"""Which texts say the same, so that they may be one document twice?"""
