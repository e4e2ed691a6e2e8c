import { entriesOf, entriesView, previewView, type Typed, useSurface } from '@backroom/panels';
import type { Preview } from '@backroom/shared';
import { useState } from 'react';
import { Entries } from './entries.tsx';
import { Figures } from './facts.tsx';
import { OrderPreview } from './preview.tsx';

/** The preview with what would be sent: totals, and the details that a rep enters. The customer stands among the figures below. */
export default function FullPreview({ preview, refresh }: { preview: Preview; refresh: () => void }) {
  const surface = useSurface();
  const [typed, setTyped] = useState<{ revision: string; texts: Typed }>({ revision: '', texts: {} });
  // What was typed for another quote is not for this one.
  const texts = typed.revision === preview.revision ? typed.texts : {};
  const section = entriesView(surface, preview, texts);
  const { figures } = previewView(surface, preview);
  const entries = section?.isChanged ? entriesOf(preview, texts) : null;
  return (
    <OrderPreview preview={preview} refresh={refresh} typed={{ isRight: section?.isRight !== false, entries }}>
      <Figures figures={figures} />
      {section ? (
        <Entries
          section={section}
          entries={() => entriesOf(preview, texts)}
          type={(name, text) => setTyped({ revision: preview.revision, texts: { ...texts, [name]: text } })}
          saved={() => setTyped({ revision: '', texts: {} })}
        />
      ) : null}
    </OrderPreview>
  );
}
