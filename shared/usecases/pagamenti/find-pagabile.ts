/**
 * The debt that somebody asks to pay, as it is today: debts past their dataValidita, and notices nobody loaded, are asked to the creditor's own system
 * (reference 3.3, 3.4). What the caller may not pay answers as what does not exist.
 */
import { entraIn, vedePendenza } from "../../domain/accessi/visibilita.ts";
import { type Chiamante, seesDominio } from "../../domain/anagrafiche/applicazione.ts";
import type { Dominio } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ok } from "../../domain/esito.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { type Rifiuto, rifiuto } from "../../domain/rifiuto.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { numeroAvvisoToIuv } from "../../domain/valori/numero-avviso.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import { type CodiceVerifica, ensureAttuale, findPressoEnte, forPersona, pretendPressoEnte } from "../pendenze/ensure-attuale.ts";
import type { Attualizza } from "../pendenze/refresh-pendenza.ts";
import type { Pagabile, RiferimentoPendenza } from "./pagabile.ts";

type RiferimentoAvviso = Extract<RiferimentoPendenza, { readonly numeroAvviso: string }>;

export type PendenzaTrovata = Omit<Pagabile, "creditore">;

interface Porte {
  readonly posizioni: Pick<Posizioni, "getPendenza" | "getPendenzaById">;
  readonly anagrafiche: Pick<Anagrafiche, "getCreditore" | "getTipoPendenza">;
  readonly attualizza: Attualizza;
  readonly clock: Clock;
}

type Rifiutata = Rifiuto<CodiceVerifica | "VER_008" | "SINTASSI">;

export const nomeDi = (riferimento: RiferimentoPendenza): string =>
  "idA2A" in riferimento
    ? `${riferimento.idA2A}/${riferimento.idPendenza}`
    : `avviso ${riferimento.numeroAvviso} di ${riferimento.idDominio}`;

/** A notice of the same IUV under another first digit, or of another debtor than the one named, is not the debt that was asked for. */
const isChiesta = (riferimento: RiferimentoPendenza, { numeroAvviso, debitore }: Pendenza): boolean =>
  "idA2A" in riferimento ||
  (numeroAvviso === riferimento.numeroAvviso &&
    (riferimento.idDebitore === undefined || debitore.identificativo.toUpperCase() === riferimento.idDebitore.toUpperCase()));

export const findPagabile = ({ posizioni, anagrafiche, attualizza, clock }: Porte) => {
  /** The creditor's own value where it has one. */
  const isPagabileDaTerzi = async ({ idDominio, idTipoPendenza }: Pendenza): Promise<boolean> => {
    const creditore = await anagrafiche.getCreditore(idDominio);
    const proprio = creditore?.tipiPendenza.find((tipo) => tipo.idTipoPendenza === idTipoPendenza)?.pagaTerzi;
    return proprio ?? (await anagrafiche.getTipoPendenza(idTipoPendenza))?.pagaTerzi ?? false;
  };

  /**
   * What it sees, everybody may pay. By its notice, a citizen also the debts of others whose type allows it; who has no credentials, the debt of the
   * debtor it names, as at any counter (reference 3.10).
   */
  const mayPay = async (chiamante: Chiamante, riferimento: RiferimentoPendenza, pendenza: Pendenza): Promise<boolean> => {
    if (!isChiesta(riferimento, pendenza)) return false;
    if (vedePendenza(chiamante, pendenza)) return true;
    if ("idA2A" in riferimento) return false;
    if (chiamante.tipo === "anonimo") return riferimento.idDebitore !== undefined;
    return chiamante.cittadino !== undefined && entraIn(chiamante.cittadino, pendenza.idDominio) && isPagabileDaTerzi(pendenza);
  };

  const mayAsk = (chiamante: Chiamante, { idDominio, idDebitore }: RiferimentoAvviso): boolean =>
    chiamante.tipo === "anonimo"
      ? idDebitore !== undefined
      : chiamante.cittadino
        ? entraIn(chiamante.cittadino, idDominio)
        : seesDominio(chiamante, idDominio);

  const findAltrove = async (dominio: Dominio, riferimento: RiferimentoAvviso, { tipo }: Chiamante, transactionId: string) => {
    const { numeroAvviso, idDebitore } = riferimento;
    if (tipo !== "anonimo") return findPressoEnte(attualizza, dominio, numeroAvviso, transactionId);
    const isDiChiChiede = (id: string): boolean => id.toUpperCase() === idDebitore?.toUpperCase();
    return forPersona(await findPressoEnte(attualizza, dominio, numeroAvviso, transactionId, isDiChiChiede));
  };

  /** Who has no credentials does not learn, from the time or from the answer, that the notice is stored and of somebody else. */
  const pretend = async (riferimento: RiferimentoAvviso, chiamante: Chiamante, transactionId: string): Promise<Esito<never, Rifiutata>> => {
    const sconosciuta = rifiuto("VER_008", nomeDi(riferimento));
    if (chiamante.tipo !== "anonimo" || !mayAsk(chiamante, riferimento)) return sconosciuta;
    const creditore = await anagrafiche.getCreditore(riferimento.idDominio);
    const chiesta = creditore && (await pretendPressoEnte(attualizza, creditore.dominio, riferimento.numeroAvviso, transactionId));
    return chiesta?.ok === false ? chiesta : sconosciuta;
  };

  return async (
    riferimento: RiferimentoPendenza,
    chiamante: Chiamante,
    transactionId: string,
  ): Promise<Esito<PendenzaTrovata, Rifiutata>> => {
    const sconosciuta = rifiuto("VER_008", nomeDi(riferimento));
    const perNome = "idA2A" in riferimento;
    if (!perNome && chiamante.tipo === "anonimo" && riferimento.idDebitore === undefined && !chiamante.sessioneAnonima)
      return rifiuto("SINTASSI", `idDebitore: chi non ha credenziali indica il codice fiscale del debitore (${nomeDi(riferimento)})`);
    const registrata = perNome
      ? await posizioni.getPendenzaById(riferimento.idA2A, riferimento.idPendenza)
      : await posizioni.getPendenza({ idDominio: riferimento.idDominio, iuv: numeroAvvisoToIuv(riferimento.numeroAvviso) });
    if (registrata) {
      if (!(await mayPay(chiamante, riferimento, registrata)))
        return perNome ? sconosciuta : pretend(riferimento, chiamante, transactionId);
      const attuale = await ensureAttuale(attualizza, registrata, giornoDi(clock.now()), transactionId);
      if (!attuale.ok) return attuale;
      const { importo } = registrata;
      return ok({ pendenza: attuale.valore, ...(attuale.valore.importo !== importo && { importoPrecedente: importo }) });
    }
    if (perNome || !mayAsk(chiamante, riferimento)) return sconosciuta;
    const creditore = await anagrafiche.getCreditore(riferimento.idDominio);
    const trovata = creditore && (await findAltrove(creditore.dominio, riferimento, chiamante, transactionId));
    if (trovata?.ok === false) return trovata;
    const pendenza = trovata?.valore;
    return pendenza && (await mayPay(chiamante, riferimento, pendenza)) ? ok({ pendenza }) : sconosciuta;
  };
};
