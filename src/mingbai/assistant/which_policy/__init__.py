"""Which policy is meant: by places, schemes, figures, own words; and which of several decides."""
