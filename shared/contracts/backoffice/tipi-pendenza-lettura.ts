/** A debt type as it is read (reference 2.12): apart from the writes, because the detail of a creditor shows it without carrying them. */
import * as z from "zod";
import { idTipoPendenza, libero } from "../comuni/campi.ts";
import { modalitaPagoPA } from "./modalita-pagopa.ts";
import { ServizioPagoPA } from "./servizi-pagopa.ts";

/** base64 text; the older clients send the object itself. */
export const definizione = z.union([z.string().min(1), libero], { error: "attesa una stringa in base64 o un oggetto" });

/** In a read the stored configuration comes back as it was received. */
const configurazioneLetta = {
  portaleBackoffice: libero.optional(),
  portalePagamento: libero.optional(),
  avvisaturaMail: libero.optional(),
  avvisaturaAppIO: libero.optional(),
  visualizzazione: definizione.optional(),
  tracciatoCsv: libero.optional(),
};

export const campiBase = {
  codificaIUV: z.string().regex(/^\d{1,4}$/, "attese da 1 a 4 cifre"),
  pagaTerzi: z.boolean(),
  abilitato: z.boolean(),
};

const campiTipo = {
  idTipoPendenza,
  descrizione: z.string(),
  codificaIUV: campiBase.codificaIUV.optional(),
  pagaTerzi: z.boolean(),
  abilitato: z.boolean(),
  ...configurazioneLetta,
};
export const TipoPendenza = z.strictObject(campiTipo).meta({ id: "TipoPendenza" });

export const TipoPendenzaDominio = z
  .strictObject({
    ...campiTipo,
    valori: z.strictObject({
      codificaIUV: campiBase.codificaIUV.optional(),
      pagaTerzi: z.boolean().optional(),
      modalitaPagoPA: modalitaPagoPA.optional(),
      abilitato: z.boolean().optional(),
      servizioPagoPA: ServizioPagoPA.optional(),
      ...configurazioneLetta,
    }),
  })
  .meta({ id: "TipoPendenzaDominio" });
