import { suiteOpzioni } from "./opzioni.suite.ts";

suiteOpzioni("getPaymentOptions");
