/** From entries, or from what is asked to be written, to the body of their PUT, secrets included: both become the same text when they mean the same. */
import type { AmbitoTipi, Applicazione, Operatore, Ruolo } from "../../../domain/anagrafiche/applicazione.ts";
import type {
  ContoAccredito,
  Entrata,
  EntrataDominio,
  Intermediario,
  TipoPendenza,
  TipoPendenzaDominio,
  UnitaOperativa,
} from "../../../domain/anagrafiche/creditore.ts";
import {
  type ApplicazioneRichiesta,
  CONNETTORI_FACOLTATIVI,
  type DominioRichiesto,
  type IntermediarioRichiesto,
  type OperatoreRichiesto,
  type StazioneRichiesta,
} from "../../../domain/anagrafiche/richieste.ts";
import type { ConnettoreRichiesto } from "../../../domain/anagrafiche/segreti.ts";
import type { Instradamento } from "../../../domain/anomalie/instradamento.ts";
import type { TracciatoContabile } from "../../../domain/contabilita/tracciati/tracciato-contabile.ts";
import type { Oggetto } from "../../../domain/installazione/sezioni.ts";
import type { Impostazioni } from "../../../domain/riscontri/evidenze.ts";
import type { ProfiloLettura } from "../../../domain/tesoreria/profili/profilo.ts";
import { toNumeroJson } from "../../../domain/valori/importo.ts";
import { presentInstradamento } from "../../riconciliazione/instradamento.ts";
import { AUTODETERMINAZIONE } from "../utenza.ts";

const without = (valore: object, ...tolti: readonly string[]): Oggetto =>
  Object.fromEntries(Object.entries(valore).filter(([campo, figlio]) => figlio !== undefined && !["versione", ...tolti].includes(campo)));

const corpoConnettore = ({ url, auth, ...campi }: ConnettoreRichiesto, nomeUrl: "url" | "urlRPT"): Oggetto => ({
  [nomeUrl]: url,
  ...without(campi, "urlRPT"),
  ...(auth && { auth: without(auth, "tipo") }),
});

/** A registered intermediary as if it were asked to be written. */
export const toRichiesto = (intermediario: Intermediario): IntermediarioRichiesto => {
  const { idIntermediario, denominazione, principalPagoPa, altriPrincipalPagoPa, certificatiPagoPa, servizioPagoPa, abilitato } =
    intermediario;
  return {
    ...{ idIntermediario, denominazione, principalPagoPa, servizioPagoPa, abilitato },
    ...(altriPrincipalPagoPa && { altriPrincipalPagoPa }),
    ...(certificatiPagoPa && { certificatiPagoPa }),
    connettori: Object.fromEntries(
      CONNETTORI_FACOLTATIVI.flatMap((nome) => (intermediario[nome] === undefined ? [] : [[nome, intermediario[nome]]])),
    ),
  };
};

export const corpoIntermediario = ({ servizioPagoPa, connettori, ...campi }: IntermediarioRichiesto): Oggetto => ({
  ...without(campi, "idIntermediario"),
  servizioPagoPa: corpoConnettore(servizioPagoPa, "urlRPT"),
  ...Object.fromEntries(
    CONNETTORI_FACOLTATIVI.flatMap((nome) => {
      const connettore = connettori[nome];
      return connettore ? [[nome, corpoConnettore(connettore, "url")]] : [];
    }),
  ),
});

export const corpoStazione = ({ versioneStazione, password, abilitato }: StazioneRichiesta): Oggetto => ({
  versione: versioneStazione,
  ...(password !== undefined && { password }),
  abilitato,
});

export const corpoEntrata = (entrata: Entrata): Oggetto => without(entrata, "idEntrata");

export const corpoTipoPendenza = ({ configurazione, ...campi }: TipoPendenza): Oggetto => ({
  ...without(campi, "idTipoPendenza"),
  ...configurazione,
});

export const corpoDominio = ({ auxDigit, esportazioni, ...campi }: DominioRichiesto): Oggetto => ({
  ...without(campi, "idDominio", "frammenti"),
  ...(auxDigit !== undefined && { auxDigit: String(auxDigit) }),
  ...esportazioni,
});

export const corpoUnita = (unita: UnitaOperativa): Oggetto => without(unita, "idDominio", "idUnita");

export const corpoConto = (conto: ContoAccredito): Oggetto => without(conto, "idDominio", "iban");

export const corpoEntrataDominio = ({ ibanAccredito, ibanAppoggio, ...campi }: EntrataDominio): Oggetto => ({
  ...without(campi, "idDominio", "idEntrata"),
  ...(ibanAccredito !== undefined && { ibanAccredito: ibanAccredito.toUpperCase() }),
  ...(ibanAppoggio !== undefined && { ibanAppoggio: ibanAppoggio.toUpperCase() }),
});

export const corpoTipoPendenzaDominio = ({ configurazione, ...campi }: TipoPendenzaDominio): Oggetto => ({
  ...without(campi, "idDominio", "idTipoPendenza"),
  ...configurazione,
});

export const corpoProfiloLettura = (profilo: ProfiloLettura): Oggetto => without(profilo, "idDominio", "nome");

/** Whoever writes it is who it is run for. */
export const corpoTracciatoContabile = (tracciato: Omit<TracciatoContabile, "mittente">): Oggetto =>
  without(tracciato, "idDominio", "nome", "mittente");

export const corpoImpostazioni = ({ tolleranza, ...campi }: Impostazioni): Oggetto => ({
  ...without(campi, "idDominio", "principal", "data"),
  tolleranza: toNumeroJson(tolleranza),
});

export const corpoInstradamento = (instradamento: Omit<Instradamento, "versione">): Oggetto =>
  presentInstradamento({ ...instradamento, versione: 0 });

export const corpoRuolo = ({ acl }: Pick<Ruolo, "acl">): Oggetto => ({ acl });

const tipiDi = (tipi: AmbitoTipi): readonly string[] => (tipi === "*" ? ["*"] : tipi);

/** Field by field: whatever else an utenza holds is credentials. */
const corpoUtenza = ({
  domini,
  tipiPendenza,
  acl,
  ruoli,
  abilitato,
}: Applicazione | Operatore | ApplicazioneRichiesta | OperatoreRichiesto) => ({
  domini:
    domini === "*" ? ["*"] : domini.map(({ idDominio, unitaOperative }) => ({ idDominio, ...(unitaOperative && { unitaOperative }) })),
  tipiPendenza: tipiDi(tipiPendenza),
  ...{ acl, ruoli, abilitato },
});

const passwordDi = (utenza: object): Oggetto =>
  "password" in utenza && utenza.password !== undefined ? { password: utenza.password } : {};

export const corpoApplicazione = (applicazione: Applicazione | ApplicazioneRichiesta): Oggetto => {
  const { principal, codificaAvvisi, apiPagamenti, apiPendenze, apiRagioneria, servizioIntegrazione, autodeterminazione } = applicazione;
  const utenza = corpoUtenza(applicazione);
  return {
    principal,
    ...passwordDi(applicazione),
    ...utenza,
    tipiPendenza: [...utenza.tipiPendenza, ...(autodeterminazione ? [AUTODETERMINAZIONE] : [])],
    ...(codificaAvvisi && { codificaAvvisi }),
    ...{ apiPagamenti, apiPendenze, apiRagioneria },
    ...(servizioIntegrazione && {
      servizioIntegrazione: { ...corpoConnettore(servizioIntegrazione, "url"), versioneApi: servizioIntegrazione.versioneApi },
    }),
    ...(applicazione.limiteRichieste && { limiteRichieste: applicazione.limiteRichieste }),
    ...(applicazione.aggiornamentoValiditaMandatorio === true && { aggiornamentoValiditaMandatorio: true }),
  };
};

export const corpoOperatore = (operatore: Operatore | OperatoreRichiesto): Oggetto => ({
  ragioneSociale: operatore.ragioneSociale,
  ...passwordDi(operatore),
  ...corpoUtenza(operatore),
});
