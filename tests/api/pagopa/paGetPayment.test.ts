import { suiteAttivazione } from "./attivazioni.suite.ts";

suiteAttivazione(1);
