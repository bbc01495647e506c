/** What is answered to who made a spontaneous debt, or asked what it would cost. */

import type { AnteprimaForm } from "../../domain/form/dati-form.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { numeroDi } from "../../domain/tracciati/formati/valori.ts";

export const presentSpontanea = ({ idA2A, idPendenza, idDominio, idTipoPendenza, numeroAvviso, uuid, causale, importo }: Pendenza) => ({
  ...{ idA2A, idPendenza, idDominio, tipoPendenza: idTipoPendenza, numeroAvviso, UUID: uuid, causale },
  importo: numeroDi(importo),
});

export const presentAnteprima = ({ importo, visibili }: AnteprimaForm) => ({
  campi: [...visibili],
  ...(importo !== undefined && { importo: numeroDi(importo) }),
});
