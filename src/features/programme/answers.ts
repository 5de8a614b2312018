import type { ProgrammeVersion } from '../../domain/programme/programme.ts';
import type { ProgrammeInForce } from './get-programme.ts';
import type { ProgrammeAnswer, ProgrammeVersionsAnswer } from './schemas.ts';

export function programmeAnswer({ live, next }: ProgrammeInForce): ProgrammeAnswer {
  return { live: live && versionAnswer(live), next: next && versionAnswer(next) };
}

export function versionsAnswer(versions: ProgrammeVersion[]): ProgrammeVersionsAnswer {
  return { items: versions.map(versionAnswer) };
}

function versionAnswer({ version, hash, effectiveAtMs, body }: ProgrammeVersion) {
  return {
    version,
    hash,
    effectiveAt: new Date(effectiveAtMs).toISOString(),
    signUpBonus: 0,
    visitPoints: 0,
    ...body,
  };
}
