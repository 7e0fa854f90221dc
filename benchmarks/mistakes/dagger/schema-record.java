package probe;

import dagger.*;

@Subcomponent
record Churn() {} // here
