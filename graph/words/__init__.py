"""How is each thing said to people, in Vietnamese and in English?"""
