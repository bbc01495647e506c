/** Exports of lists: to make the files, through the use cases of every list. */
import { scrittoreTabelle } from "../../adapters/tabelle/scrittore.ts";
import { sumBeneficiari } from "../../usecases/beneficiari/sum-beneficiari.ts";
import { sumAccertamenti } from "../../usecases/contabilita/find-accertamenti.ts";
import { createSorgenti } from "../../usecases/esportazioni/sorgenti.ts";
import { findEventi } from "../../usecases/giornale/find-eventi.ts";
import { findPendenze } from "../../usecases/pendenze/find-pendenze.ts";
import { findEntratePreviste } from "../../usecases/rendicontazioni/entrate-previste.ts";
import { findFlussi } from "../../usecases/rendicontazioni/find-flussi.ts";
import { findRendicontazioni } from "../../usecases/rendicontazioni/find-rendicontazioni.ts";
import { findRiscossioni } from "../../usecases/ricevute/find-riscossioni.ts";
import { findRiconciliazioni } from "../../usecases/riconciliazioni/find-riconciliazioni.ts";
import { clock } from "./base.ts";
import { porteBeneficiari } from "./beneficiari.ts";
import { richiestaEsportazioni } from "./esportazioni.ts";
import { letturaEsportazioni } from "./esportazioni-lettura.ts";
import { porteGiornale } from "./giornale.ts";
import { porteLettura } from "./letture-pendenze.ts";
import { porteRendicontazioni } from "./rendicontazioni.ts";
import { porteTracciatiContabili } from "./tracciati-contabili.ts";

export const porteEsportazione = {
  ...letturaEsportazioni,
  ...richiestaEsportazioni,
  scrittore: scrittoreTabelle,
  sorgenti: createSorgenti(
    {
      findPendenze: findPendenze(porteLettura),
      findRiscossioni: findRiscossioni(porteRendicontazioni),
      findRendicontazioni: findRendicontazioni(porteRendicontazioni),
      findFlussi: findFlussi(porteRendicontazioni),
      findRiconciliazioni: findRiconciliazioni(porteRendicontazioni),
      findEntratePreviste: findEntratePreviste(porteRendicontazioni),
      sumAccertamenti: sumAccertamenti(porteRendicontazioni),
      sumBeneficiari: sumBeneficiari(porteBeneficiari),
      findEventi: findEventi(porteGiornale),
    },
    clock,
  ),
};

export const porteTracciato = { ...porteRendicontazioni, ...porteTracciatiContabili, oggetti: letturaEsportazioni.oggetti };
