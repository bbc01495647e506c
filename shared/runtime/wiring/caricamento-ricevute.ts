/** Upload of a receipt: the registration of the queue's consumer, at once. */
import { checkTestata } from "../../usecases/pagamenti/check-testata.ts";
import { uploadRicevuta } from "../../usecases/ricevute/upload-ricevuta.ts";
import { caricaRicevuta } from "../soap/carica-ricevuta.ts";
import { anagrafiche, clock, ids } from "./base.ts";
import { posizioni } from "./posizioni.ts";
import { consume } from "./registrazione-ricevute.ts";

const upload = uploadRicevuta({ anagrafiche, posizioni, checkTestata: checkTestata({ anagrafiche }), clock });

export const carica = caricaRicevuta({ anagrafiche, upload, consume, clock, ids });
