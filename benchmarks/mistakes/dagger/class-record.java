package probe;

import dagger.*;

@Component
record Churn() {} // here
