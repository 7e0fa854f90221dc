@jakarta.inject.Singleton
class Churn {} // here
