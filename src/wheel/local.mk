wheel_sources =
