/** Intermediaries between wire and domain. */
import type * as z from "zod";
import type { IntermediarioPost } from "../../contracts/backoffice/intermediari.ts";
import type { Intermediario } from "../../domain/anagrafiche/creditore.ts";
import type { IntermediarioRichiesto } from "../../domain/anagrafiche/richieste.ts";
import type { VistaIntermediario } from "../../domain/anagrafiche/viste.ts";
import { presentConnettore, presentConnettorePagoPa, toConnettore, toConnettorePagoPa } from "./connettori.ts";
import { presentStazioneIndex } from "./stazione.ts";

export const toIntermediario = (idIntermediario: string, body: z.output<typeof IntermediarioPost>): IntermediarioRichiesto => ({
  idIntermediario,
  denominazione: body.denominazione,
  principalPagoPa: body.principalPagoPa,
  ...(body.altriPrincipalPagoPa?.length && { altriPrincipalPagoPa: body.altriPrincipalPagoPa }),
  ...(body.certificatiPagoPa?.length && { certificatiPagoPa: body.certificatiPagoPa }),
  ...(body.passwordPagoPa != null && { passwordPagoPa: body.passwordPagoPa }),
  servizioPagoPa: toConnettorePagoPa(body.servizioPagoPa),
  connettori: {
    ...(body.servizioPagoPaCheckout && { servizioPagoPaCheckout: toConnettore(body.servizioPagoPaCheckout) }),
    ...(body.servizioPagoPaFR && { servizioPagoPaFR: toConnettore(body.servizioPagoPaFR) }),
    ...(body.servizioPagoPaRecuperoRT && { servizioPagoPaRecuperoRT: toConnettore(body.servizioPagoPaRecuperoRT) }),
    ...(body.servizioPagoPaACA && { servizioPagoPaACA: toConnettore(body.servizioPagoPaACA) }),
    ...(body.servizioPagoPaGPD && { servizioPagoPaGPD: toConnettore(body.servizioPagoPaGPD) }),
    ...(body.servizioPagoPaBackofficeEC && { servizioPagoPaBackofficeEC: toConnettore(body.servizioPagoPaBackofficeEC) }),
  },
  abilitato: body.abilitato ?? true,
});

export const presentIntermediarioIndex = ({ idIntermediario, denominazione, abilitato }: Intermediario) => ({
  idIntermediario,
  denominazione,
  abilitato,
});

export const presentIntermediario = ({ intermediario: i, stazioni }: VistaIntermediario) => ({
  idIntermediario: i.idIntermediario,
  denominazione: i.denominazione,
  principalPagoPa: i.principalPagoPa,
  ...(i.altriPrincipalPagoPa && { altriPrincipalPagoPa: [...i.altriPrincipalPagoPa] }),
  ...(i.certificatiPagoPa && { certificatiPagoPa: [...i.certificatiPagoPa] }),
  passwordPagoPa: i.passwordHash !== undefined,
  servizioPagoPa: presentConnettorePagoPa(i.servizioPagoPa),
  ...(i.servizioPagoPaCheckout && { servizioPagoPaCheckout: presentConnettore(i.servizioPagoPaCheckout) }),
  ...(i.servizioPagoPaFR && { servizioPagoPaFR: presentConnettore(i.servizioPagoPaFR) }),
  ...(i.servizioPagoPaRecuperoRT && { servizioPagoPaRecuperoRT: presentConnettore(i.servizioPagoPaRecuperoRT) }),
  ...(i.servizioPagoPaACA && { servizioPagoPaACA: presentConnettore(i.servizioPagoPaACA) }),
  ...(i.servizioPagoPaGPD && { servizioPagoPaGPD: presentConnettore(i.servizioPagoPaGPD) }),
  ...(i.servizioPagoPaBackofficeEC && { servizioPagoPaBackofficeEC: presentConnettore(i.servizioPagoPaBackofficeEC) }),
  abilitato: i.abilitato,
  stazioni: stazioni.map(presentStazioneIndex),
});
