image_sources = src/image/image.h
