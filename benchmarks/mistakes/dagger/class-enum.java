package probe;

import dagger.*;

@Component
enum Churn {} // here
