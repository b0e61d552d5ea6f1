"""What do several processes do of a build at once, on this machine or on many?"""
