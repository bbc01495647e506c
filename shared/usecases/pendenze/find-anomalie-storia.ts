/** The anomalies of the transfers of a debt, for its story: one request for each transfer, together. */
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { idSoggetto } from "../../domain/anomalie/soggetto.ts";
import type { TipoFatto } from "../../domain/storia/catalogo-fatti.ts";
import { fattiDiAnomalia } from "../../domain/storia/fatti-anomalia.ts";
import type { Fatto } from "../../domain/storia/fatto.ts";
import type { CollezioneStoria } from "../../domain/storia/raccogli-fatti.ts";
import type { Anomalie } from "../../ports/anomalie.ts";
import type { ChiavePosizione } from "../../ports/posizioni.ts";
import { seesAnomalia } from "../anomalie/find-anomalie.ts";

/** A notice has at most five items; two payments of the same notice are already a rarity. */
const VERSAMENTI_MASSIMI = 10;

export const findAnomalieStoria =
  (anomalie: Pick<Anomalie, "findDiSoggetto">) =>
  async (
    { idDominio, iuv }: ChiavePosizione,
    { versamenti }: CollezioneStoria,
    chiamante: Chiamante,
    adesso: string,
  ): Promise<readonly Fatto<TipoFatto>[]> => {
    const soggetti = new Set(versamenti.map(({ iur, indice }) => idSoggetto({ tipo: "RISCONTRO", iuv, iur, indice })));
    const trovate = await Promise.all([...soggetti].slice(0, VERSAMENTI_MASSIMI).map((id) => anomalie.findDiSoggetto(idDominio, id)));
    return trovate
      .flat()
      .filter((anomalia) => seesAnomalia(chiamante, anomalia))
      .flatMap((anomalia) => fattiDiAnomalia(anomalia, adesso));
  };
