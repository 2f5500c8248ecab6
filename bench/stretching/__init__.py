"""What the measurement of listening speed is made of: texts, peers, and what is measured on sound."""
