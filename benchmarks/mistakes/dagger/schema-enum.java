package probe;

import dagger.*;
import dagger.Module;

@Module
enum Churn {} // here
