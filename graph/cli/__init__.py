"""What may be typed, and what is printed?"""
