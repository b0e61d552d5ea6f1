"""How does an answer look in a terminal?"""
