"""How is a graph brought in line with few changed texts, without being made anew?"""
