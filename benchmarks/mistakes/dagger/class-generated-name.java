package probe;

import dagger.*;

@Component
interface Churn {} // here

class DaggerChurn {}
