import Hummingbird
import Mustache
import Logging
