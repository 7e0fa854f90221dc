package probe;

import dev.lockstep.*;

@Pipeline
@interface Churn {} // here
