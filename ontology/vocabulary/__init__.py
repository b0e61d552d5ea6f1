"""What do the terms of the published graph mean, and how are the tables published with them?"""
