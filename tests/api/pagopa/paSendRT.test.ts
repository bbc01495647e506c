import { suiteConsegna } from "./consegne.suite.ts";

suiteConsegna(1);
