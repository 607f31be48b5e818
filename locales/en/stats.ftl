# Statistics of channels: windows, and what the figures are called.

error-stats-fresh = These figures are fresh. New ones can be taken every { $pause_seconds }.
