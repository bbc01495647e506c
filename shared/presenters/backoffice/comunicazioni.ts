/** The messages of a debt, and what its channels would send, as operators see them. */

import type { Anteprima, AnteprimaSend, VistaComunicazioni } from "../../domain/promemoria/vista-comunicazioni.ts";
import { toIsoRoma } from "../../domain/valori/date.ts";
import { presentNotificaSend } from "../pendenze/notifica-send.ts";
import { presentPromemoria } from "./promemoria.ts";

const presentAnteprima = ({ voluto, canaleAttivo, testi }: Anteprima) => ({
  ...{ tipo: voluto.tipo, canale: voluto.canale, canaleAttivo, previsto: voluto.voluto && canaleAttivo },
  ...(voluto.voluto
    ? { dataPrevista: toIsoRoma(voluto.quando), ...(!canaleAttivo && { motivo: "il canale non è abilitato nell'installazione" }) }
    : { motivo: voluto.motivo }),
  ...(testi.ok ? { oggetto: testi.valore.oggetto, testo: testi.valore.testo } : { erroreModello: testi.errore }),
});

const presentSend = ({ pendenza, motivo }: AnteprimaSend) => ({
  prevista: motivo === undefined,
  ...(motivo !== undefined && { motivo }),
  ...presentNotificaSend(pendenza),
});

export const presentComunicazioni = ({ promemoria, anteprime, send }: VistaComunicazioni) => ({
  promemoria: promemoria.map((uno) => ({ idPromemoria: uno.id, ...presentPromemoria(uno) })),
  anteprime: anteprime.map(presentAnteprima),
  send: presentSend(send),
});
