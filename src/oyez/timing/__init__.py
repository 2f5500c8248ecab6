"""When things are heard: joining clips into one timeline, and the map from natural time to any speed."""
