package probe;

import com.google.auto.value.*;

@AutoValue
record Churn(String url) {} // here
