held = []
