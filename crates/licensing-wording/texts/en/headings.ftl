### Under which heading the portal shows an error; in Dutch as Microsoft translates it.

heading-count = Not enough licenses
heading-exclusive = Conflicting service plans
heading-dependency-2019 = Other products depend on this license
heading-dependency-today = Missing dependent service plans
heading-location-2019 = Usage location isn't allowed
heading-location-today = Usage location not specified
heading-address = Proxy address is already being used
heading-other = Other
