"""What makes the record provable: journal hashing, checkpoints, seals, verification."""
