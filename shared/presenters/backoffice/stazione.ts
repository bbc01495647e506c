/** Stations between wire and domain: on the wire `versione` is the model of pagoPA, in the domain it guards against lost updates. */
import type * as z from "zod";
import type { StazionePost } from "../../contracts/backoffice/stazioni.ts";
import type { Stazione } from "../../domain/anagrafiche/creditore.ts";
import type { StazioneRichiesta } from "../../domain/anagrafiche/richieste.ts";
import type { VistaStazione } from "../../domain/anagrafiche/viste.ts";
import { presentDominioIndex } from "./dominio.ts";

export const toStazione = (
  { idIntermediario, idStazione }: { readonly idIntermediario: string; readonly idStazione: string },
  body: z.output<typeof StazionePost>,
): StazioneRichiesta => ({
  idIntermediario,
  idStazione,
  versioneStazione: body.versione,
  ...(body.password != null && { password: body.password }),
  abilitato: body.abilitato,
});

const campiDi = ({ idStazione, versioneStazione, abilitato }: Stazione) => ({ idStazione, versione: versioneStazione, abilitato });

export const presentStazioneIndex = (stazione: Stazione) => ({ ...campiDi(stazione), domini: `/domini?idStazione=${stazione.idStazione}` });

export const presentStazione = ({ stazione, domini }: VistaStazione) => ({ ...campiDi(stazione), domini: domini.map(presentDominioIndex) });
