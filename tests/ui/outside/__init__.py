"""What a program outside the kiosk sees of it, through the desktop's accessibility bus."""
