/** Data of paVerifyPaymentNoticeRes and paDemandPaymentNoticeResponse: the Node wants everything but officeName when the outcome is OK (SANP). */
import type { RispostaSpontanea, RispostaVerifica } from "../../domain/pagamenti/messaggi-nodo.ts";
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

export const presentSpontaneo = ({ qrCode, ...risposta }: RispostaSpontanea): string =>
  elemento("qrCode", codice("fiscalCode", qrCode.fiscalCode, /^\d{11}$/), codice("noticeNumber", qrCode.noticeNumber, /^\d{18}$/)) +
  presentVerifica(risposta);
