// Before anything is painted: the page in the look its listener chose.

import { keptLook, putOn } from "./look.js";

putOn(keptLook());
