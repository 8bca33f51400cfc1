"""Statistics: numbers in, numbers out; each formula names its source and is tested on values computed elsewhere."""
