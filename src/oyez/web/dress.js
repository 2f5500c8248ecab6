// Before anything is painted: the page in the look its listener chose, its dates in its language.

import { writeDates } from "./dates.js";
import { keptLook, putOn } from "./look.js";

putOn(keptLook());
writeDates(document);
