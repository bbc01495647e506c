/** Data of paVerifyPaymentNoticeRes: the Node wants everything but officeName when the outcome is OK (SANP). */
import type { RispostaVerifica } from "../../domain/pagamenti/messaggi-nodo.ts";
import { booleano, codice, elemento, giorno, importo, testo, testoFacoltativo } from "./xml.ts";

export const presentVerifica = (risposta: RispostaVerifica): string =>
  [
    elemento(
      "paymentList",
      elemento(
        "paymentOptionDescription",
        importo("amount", risposta.amount),
        elemento("options", "EQ"),
        giorno("dueDate", risposta.dueDate),
        testoFacoltativo("detailDescription", risposta.detailDescription, 140),
        booleano("allCCP", risposta.allCCP),
      ),
    ),
    testo("paymentDescription", risposta.paymentDescription, 140),
    codice("fiscalCodePA", risposta.fiscalCodePA, /^\d{11}$/),
    testo("companyName", risposta.companyName, 140),
    testoFacoltativo("officeName", risposta.officeName, 140),
  ].join("");
