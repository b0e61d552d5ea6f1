"""What do people ask, and what is answered?"""
