package probe;

import com.google.auto.value.*;

@AutoValue
enum Churn {} // here
