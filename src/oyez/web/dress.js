// Before anything is painted: the page in the look that its listener chose. It is written into the page's head.

import { keptLook, putOn } from "./look.js";

putOn(keptLook());
