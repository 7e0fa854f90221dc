package probe;

import dev.lockstep.*;

@SecretSchema
record Warehouse(String url) {} // here
