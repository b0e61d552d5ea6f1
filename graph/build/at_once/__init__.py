"""What do several processes do of a build at once?"""
